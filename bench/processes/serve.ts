/** What a child process can be asked, by name. One argument, one answer, both plain data. */
export type Calls = Record<string, (argument: never) => unknown>;

export interface Request {
  readonly id: number;
  readonly name: string;
  readonly argument: unknown;
}

export type Reply = { readonly id: number } & (
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string }
);

/** Answers the parent's calls over the IPC channel, and ends this process when the parent is gone. */
export function serve(calls: Calls): void {
  process.on('message', (request: Request) => {
    void answer(calls, request).then((reply) => process.send?.(reply));
  });
  process.on('disconnect', () => process.exit(0));
}

async function answer(calls: Calls, { id, name, argument }: Request): Promise<Reply> {
  try {
    const call = calls[name] as ((argument: unknown) => unknown) | undefined;
    if (!call) throw new Error(`There is no call named ${name}.`);
    return { id, ok: true, value: await call(argument) };
  } catch (error) {
    return {
      id,
      ok: false,
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}
