import { expect, it } from 'vitest';
import { RoomlightError } from '#shared/errors.ts';
import { createLog } from './logging.ts';

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  let text = '';
  write(createLog('debug', { write: (line) => (text += line) }));
  return text;
}

it('W6 a logged refusal carries its words but not the appointments in it', () => {
  const conflicts = [{ reason: 'melanoma follow-up' }] as never;
  const error = new RoomlightError({ kind: 'slotTaken', message: 'The time is taken.', conflicts });
  const text = logged((log) => log.error({ err: error }, 'failed'));
  expect(text).toContain('The time is taken.');
  expect(text).not.toContain('melanoma');
});

it('blots out secrets, at the top and one level down', () => {
  const text = logged((log) =>
    log.info({ token: 'abc123', body: { password: 'abc123', refreshToken: 'abc123' } }),
  );
  expect(text).not.toContain('abc123');
  expect(text).toContain('[secret]');
});

it('tells the cause of an error', () => {
  const error = new Error('outer', { cause: Object.assign(new Error('inner'), { code: 'EIO' }) });
  const line = JSON.parse(logged((log) => log.error({ err: error })));
  expect(line).toMatchObject({
    level: 'error',
    err: { message: 'outer', cause: { message: 'inner', code: 'EIO' } },
  });
});

it('does not trip over what is no error', () => {
  expect(logged((log) => log.error({ err: 'a patient called Ann' }))).not.toContain('Ann');
});
