import { useCallback } from 'react';
import { v7 as newId } from 'uuid';
import type { Bridge } from '#desktop/bridge/map.ts';
import type { CommandAnswer, CommandInput, CommandType, commands } from '#shared/commands.ts';
import type { ErrorBody } from '#shared/errors.ts';
import { IdempotencyKey } from '#shared/ids.ts';
import { callBridge, errorBodyOf } from './callBridge.ts';
import { useErrorWords } from './errorWords.ts';
import { useStore } from './storeContext.ts';

/** A command that changes names the entity and the version seen (L5); one that creates names neither. */
export type CommandParts<T extends CommandType> = (typeof commands)[T]['target'] extends true
  ? { id: string; ifMatch: number; body: CommandInput<T> }
  : { body: CommandInput<T> };

export type Outcome<T extends CommandType> =
  | { state: 'done'; answer: CommandAnswer<T> }
  /** Kept, and sent when the server can be reached; a refusal then shows as a notice. */
  | { state: 'waiting' }
  /** `sentence` is for the screen; `error` carries what a form needs, such as the conflicting appointments. */
  | { state: 'refused'; error: ErrorBody; sentence: string };

/** `key` is given by who wants to know the command again among those that wait. */
export type Submit = <T extends CommandType>(
  type: T,
  parts: CommandParts<T>,
  key?: IdempotencyKey,
) => Promise<Outcome<T>>;

export const newKey = () => IdempotencyKey.parse(newId());

/** Sends one intent under a key of its own (L4). Never throws. */
export async function submitCommand<T extends CommandType>(
  bridge: Bridge,
  type: T,
  parts: CommandParts<T>,
  words: (error: ErrorBody) => string,
  key = newKey(),
): Promise<Outcome<T>> {
  const command = { type, id: null, ifMatch: null, ...parts };
  try {
    const submitted = await callBridge(bridge, 'command.submit', { key, command });
    if (submitted.state === 'waiting') return submitted;
    // The main process has checked the answer against the schema of this very command.
    return { state: 'done', answer: submitted.answer as CommandAnswer<T> };
  } catch (thrown) {
    const error = errorBodyOf(thrown);
    return { state: 'refused', error, sentence: words(error) };
  }
}

/** `submit('appointment.move', {id, ifMatch, body})` → its outcome. */
export function useSubmit(): Submit {
  const { bridge } = useStore();
  const words = useErrorWords();
  return useCallback((type, parts, key) => submitCommand(bridge, type, parts, words, key), [bridge, words]);
}
