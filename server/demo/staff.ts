import type { NewClinic, NewMember } from '#server/store/clinic-setup.ts';
import type { Actor } from '#shared/events.ts';
import type { ProviderId, WorkstationId } from '#shared/ids.ts';
import type { Random } from './random.ts';

/** Who does what in the demo clinic, and at which workstation. */
export class Staff {
  readonly #desk: readonly Actor[];
  readonly #assistants: readonly Actor[];
  readonly #providers: ReadonlyMap<ProviderId, Actor>;
  readonly #random: Random;

  constructor({ members }: NewClinic, random: Random) {
    const actors = (role: NewMember['role'], place: string) =>
      members
        .filter((member) => member.role === role)
        .map((member, n) => actorOf(member, `${place}-${n + 1}`));
    this.#desk = actors('frontDesk', 'front-desk');
    this.#assistants = actors('assistant', 'hall');
    this.#providers = new Map(
      members.flatMap((member) =>
        member.providerId ? [[member.providerId, actorOf(member, `office-${member.username}`)]] : [],
      ),
    );
    this.#random = random;
  }

  atDesk(): Actor {
    return this.#random.pick(this.#desk);
  }

  assistant(): Actor {
    return this.#random.pick(this.#assistants);
  }

  provider(id: ProviderId): Actor {
    const found = this.#providers.get(id);
    if (!found) throw new Error('Every provider of the demo clinic signs in.');
    return found;
  }
}

function actorOf({ id, displayName }: NewMember, workstation: string): Actor {
  return { userId: id, name: displayName, workstation: workstation as WorkstationId };
}
