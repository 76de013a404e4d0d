import type { Bridge, CallInput, CallName, CallOutput, Push, PushName, Result } from '#desktop/bridge/map.ts';

type Answers = { [N in CallName]?: (input: CallInput<N>) => Promise<Result<CallOutput<N>>> };

/** A bridge whose answers a test gives and whose pushes it sends. A call without an answer fails the test. */
export class FakeBridge implements Bridge {
  readonly asked: { name: CallName; input: unknown }[] = [];
  private readonly answers: Answers;
  private readonly listeners = new Map<PushName, Set<(payload: unknown) => void>>();

  constructor(answers: Answers = {}) {
    this.answers = answers;
  }

  call<N extends CallName>(name: N, input: CallInput<N>): Promise<Result<CallOutput<N>>> {
    this.asked.push({ name, input });
    const answer = this.answers[name];
    if (!answer) throw new Error(`the test gives no answer to ${name}`);
    return answer(input);
  }

  on<N extends PushName>(name: N, listener: (payload: Push<N>) => void): () => void {
    const listeners = this.listeners.get(name) ?? new Set();
    this.listeners.set(name, listeners);
    const hear = (payload: unknown) => listener(payload as Push<N>);
    listeners.add(hear);
    return () => listeners.delete(hear);
  }

  push<N extends PushName>(name: N, payload: Push<N>): void {
    for (const listener of this.listeners.get(name) ?? []) listener(payload);
  }

  /** How many listen, over all pushes. */
  get listening(): number {
    return [...this.listeners.values()].reduce((sum, { size }) => sum + size, 0);
  }
}
