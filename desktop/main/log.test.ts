import { expect, test } from 'vitest';
import { describe } from './log.ts';

test('W6 the log gets an error’s name, code and place, never its words', () => {
  const cause = Object.assign(new Error('near "Rosa Delgado"'), { code: 'SQLITE_ERROR' });
  let error: unknown;
  try {
    JSON.parse('{"name": Rosa Delgado}');
  } catch (thrown) {
    error = new Error(String(thrown), { cause });
  }
  const described = describe(error);
  expect(described).toMatchObject({ name: 'Error', cause: { code: 'SQLITE_ERROR' } });
  expect(described.at[0]).toContain('log.test.ts');
  expect(JSON.stringify(described)).not.toContain('Rosa');
});

test('what is thrown and is no error is named by its type alone', () => {
  expect(describe('Rosa Delgado')).toEqual({ name: 'string', at: [] });
});
