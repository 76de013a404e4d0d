import { z } from 'zod';

/**
 * Text a person types, trimmed; line breaks and tabs are theirs to use. Half a surrogate pair is refused: it has no UTF-8, so
 * the database would give back another text than the log holds (F6). So are control characters, which nobody sees.
 */
export function typedText(most: number): z.ZodString {
  return trimmed(most).refine((text) => !/\p{Cs}|(?![\t\n\r])\p{Cc}/u.test(text), unshowable);
}

/** The same without line breaks and tabs: names, phone numbers. */
export function typedLine(most: number): z.ZodString {
  return trimmed(most).refine((text) => !/[\p{Cs}\p{Cc}]/u.test(text), unshowable);
}

const unshowable = 'must hold only characters that can be shown';

function trimmed(most: number): z.ZodString {
  return z.string().trim().max(most, `must be at most ${most} characters`);
}
