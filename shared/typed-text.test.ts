import { describe, expect, it } from 'vitest';
import { typedLine, typedText } from './typed-text.ts';

const half = 'A\ud800';

describe('typed text', () => {
  it('F6 refuses what the database could not give back as it was', () => {
    expect(typedText(20).safeParse(half).success).toBe(false);
    expect(typedLine(20).safeParse(half).success).toBe(false);
  });

  it('takes every script and line breaks, and no character that steers instead of showing', () => {
    const shown = 'Zoë 😀 陳\n\tسلام';
    expect(typedText(40).parse(` ${shown} `)).toBe(shown);
    expect(typedLine(40).safeParse(shown).success).toBe(false);
    expect(typedLine(40).parse('Zoë 😀 陳 سلام')).toBe('Zoë 😀 陳 سلام');
    for (const hidden of ['a\u0000b', 'a\u001b[2Jb', 'a\u0085b'])
      expect(typedText(40).safeParse(hidden).success, JSON.stringify(hidden)).toBe(false);
  });
});
