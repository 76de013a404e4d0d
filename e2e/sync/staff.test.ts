import { dirname } from 'node:path';
import { expect, it } from 'vitest';
import { Administrator } from '#server/testing/administrator.ts';
import { ClinicServer } from '../kit/server.ts';
import { until } from '../kit/wait.ts';
import { Core } from './core.ts';

it('F6 a workstation with nothing to catch up on learns of new staff after the restart', async () => {
  const server = await ClinicServer.start();
  const core = await Core.start(server.port, 'front');
  try {
    const known = (username: string) =>
      core.cache.contents().members.some((member) => member.username === username);
    expect(known('ines')).toBe(false);
    await server.stop();
    const added = ['add', '--clinic', 'tenant-demo', '--username', 'ines', '--name', 'Dr. Ines Duarte'];
    const administrator = new Administrator(dirname(server.databaseFile));
    await administrator.must('staff', [...added, '--role', 'provider'], 'an otter in the rain');
    await server.startAgain();
    await until('the new member to be in the cache', () => known('ines'));
    expect(core.cache.contents().providers).toContainEqual(
      expect.objectContaining({ displayName: 'Dr. Ines Duarte' }),
    );
    const { mine, theirs } = await core.fresh();
    expect(mine).toEqual(theirs);
  } finally {
    await core.stop();
    await server.remove();
  }
});
