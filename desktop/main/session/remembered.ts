import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { WorkstationId } from '#shared/ids.ts';
import { describe, type Log } from '../log.ts';
import { type Form, Person } from './person.ts';

/** The operating system's keychain. Each may reject when it refuses. */
export interface Secrets {
  get(account: string): Promise<string | null>;
  set(account: string, secret: string): Promise<void>;
  delete(account: string): Promise<void>;
}

export const Settings = z.object({
  workstation: WorkstationId,
  /** What the sign-in form starts with. */
  form: z.object({ address: z.string().nullable(), username: z.string().nullable() }),
  person: Person.nullable(),
});
export type Settings = z.infer<typeof Settings>;

interface SettingsFile {
  read(): Settings | null;
  write(settings: Settings): Promise<void>;
}

/**
 * What one workstation remembers from start to start: settings in a file, the session in the keychain. Without a
 * keychain it remembers no more than its own name (W2). What cannot be written is logged and costs a sign-in later.
 */
export class Remembered {
  readonly secrets: Secrets | null;
  readonly #file: SettingsFile;
  readonly #log: Log;
  #settings: Settings;

  constructor(file: SettingsFile, secrets: Secrets | null, log: Log) {
    this.secrets = secrets;
    this.#file = file;
    this.#log = log;
    const read = file.read();
    this.#settings = read ?? blank(newName());
    if (!read) void this.#write(this.#settings);
  }

  get workstation(): WorkstationId {
    return this.#settings.workstation;
  }

  get form(): Form {
    return this.#settings.form;
  }

  /** Who is still signed in here, and the refresh token to go on with. */
  async session(): Promise<{ person: Person; refreshToken: string } | null> {
    const { person } = this.#settings;
    if (!this.secrets || !person) return null;
    const refreshToken = await this.#try('read', this.secrets.get(this.#account));
    return refreshToken ? { person, refreshToken } : null;
  }

  async keepSession(person: Person, refreshToken: string): Promise<void> {
    await this.keepToken(refreshToken);
    await this.keepPerson(person);
  }

  async keepPerson(person: Person): Promise<void> {
    const form = { address: person.address, username: person.member.username };
    await this.#write({ ...this.#settings, form, person });
  }

  async keepToken(refreshToken: string): Promise<void> {
    if (this.secrets) await this.#try('kept', this.secrets.set(this.#account, refreshToken));
  }

  /** The session is over; the form keeps the address, and the name if the same person is expected back. */
  async forgetSession(keep: { username: boolean }): Promise<void> {
    const { address, username } = this.#settings.form;
    const form = { address, username: keep.username ? username : null };
    await this.#write({ ...this.#settings, form, person: null });
    if (this.secrets) await this.#try('forgotten', this.secrets.delete(this.#account));
  }

  // Of this installation alone: another of the same user, in another folder, has a session of its own.
  get #account(): string {
    return `session:${this.workstation}`;
  }

  async #write(settings: Settings): Promise<void> {
    this.#settings = settings;
    const kept = this.secrets ? settings : blank(this.workstation);
    await this.#try('written', this.#file.write(kept));
  }

  async #try<T>(what: string, work: Promise<T>): Promise<T | null> {
    try {
      return await work;
    } catch (error) {
      this.#log.warn({ err: describe(error) }, `the session could not be ${what}`);
      return null;
    }
  }
}

const newName = () => `pc-${randomUUID()}` as WorkstationId;

const blank = (workstation: WorkstationId): Settings => ({
  workstation,
  form: { address: null, username: null },
  person: null,
});
