import { callChannel, pushChannel } from '#desktop/bridge/channels.ts';
import { type CallName, calls, type Push, type PushName } from '#desktop/bridge/map.ts';
import type { Answer } from './answer.ts';
import type { Sender } from './sender.ts';

type Hear = (channel: string, answer: (sender: Sender, input: unknown) => Promise<unknown>) => void;

/** One channel for each call of the map, and none beside. */
export function hearCalls(hear: Hear, answer: Answer): void {
  for (const name of Object.keys(calls) as CallName[])
    hear(callChannel(name), (sender, input) => answer(name, sender, input));
}

/** Sends a push to every window. What goes out is our own and typed; only what comes in is checked. */
export function tellBy(send: (channel: string, payload: unknown) => void) {
  return <N extends PushName>(name: N, payload: Push<N>): void => send(pushChannel(name), payload);
}
