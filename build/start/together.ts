import type { Child } from './child.ts';

/** The parts of one `npm start`: they end together, whichever ends first. */
export class Together {
  readonly #children: Child[] = [];
  readonly #say: (line: string) => void;
  readonly #over = Promise.withResolvers<void>();
  #ending: Promise<void> | null = null;
  #failed = false;

  constructor(say: (line: string) => void) {
    this.#say = say;
  }

  get ending(): boolean {
    return this.#ending !== null;
  }

  /** Resolves when all have ended. */
  get ended(): Promise<void> {
    return this.#over.promise;
  }

  /** Whether something ended that should not have. */
  get failed(): boolean {
    return this.#failed;
  }

  /** Without this part there is nothing left to do: when it ends, all end. */
  add(child: Child): Child {
    void this.#watch(child).then(() => this.end());
    return child;
  }

  /** The others go on without this part. */
  addHelper(child: Child): Child {
    void this.#watch(child);
    return child;
  }

  /** When the last of these has ended, all end. */
  addAll(children: readonly Child[]): void {
    void Promise.all(children.map((child) => this.#watch(child))).then(() => this.end());
  }

  /** Ends what was added last first, as it stands on what was added before. */
  end(): Promise<void> {
    this.#ending ??= this.#endAll();
    return this.#ending;
  }

  async #watch(child: Child): Promise<void> {
    this.#children.push(child);
    // It was on its way up when all others were told to end.
    if (this.ending) await child.stop();
    const how = await child.ended;
    if (!how || this.ending) return;
    this.#failed = true;
    const told = child.saysWhy && (child.process.exitCode ?? 0) > 0;
    if (!told) this.#say(`${child.name} ${how}.`);
  }

  async #endAll(): Promise<void> {
    for (const child of this.#children.toReversed()) await child.stop();
    this.#over.resolve();
  }
}
