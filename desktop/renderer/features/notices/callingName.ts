import type { Member } from '#shared/people.ts';
import { shortName } from '../../store/names.ts';

/** As one speaks of a colleague: `Dr. Raman`, `Tess`, or `Tess Moreau` where there is another Tess. */
export function callingName(displayName: string, members: Iterable<Member>): string {
  const short = shortName(displayName);
  const [first = short] = short.split(' ');
  if (first.endsWith('.')) return short;
  const namesakes = [...members].filter(({ displayName: other }) => other.startsWith(`${first} `));
  return namesakes.length > 1 ? short : first;
}
