import type { IdempotencyKey } from '#shared/ids.ts';

export type Outcome = 'waiting' | 'done' | 'refused';

/** Every command anyone at the clinic meant, and what they were told of it: the truth the server is held against (L4). */
export class Ledger {
  readonly #outcomes = new Map<IdempotencyKey, Outcome>();
  readonly contradictions: string[] = [];
  /** Why commands were refused, and how often. */
  readonly refusals = new Map<string, number>();

  meant(key: IdempotencyKey): void {
    this.#outcomes.set(key, 'waiting');
  }

  told(key: IdempotencyKey, outcome: Outcome): void {
    const before = this.#outcomes.get(key);
    if (before === undefined) this.contradictions.push(`${key} was settled and never sent`);
    else if (before === 'waiting') this.#outcomes.set(key, outcome);
    else if (outcome !== 'waiting' && before !== outcome)
      this.contradictions.push(`${key} was told ${before}, then ${outcome}`);
  }

  refused(key: IdempotencyKey, why: string): void {
    this.refusals.set(why, (this.refusals.get(why) ?? 0) + 1);
    this.told(key, 'refused');
  }

  keys(outcome: Outcome): Set<string> {
    return new Set([...this.#outcomes].filter(([, told]) => told === outcome).map(([key]) => key));
  }
}
