// `npm run restore -- FILE`: back to the state of a backup. The server must not run.
import { readConfig } from '#server/lifecycle/config.ts';
import { openDataFolder } from '#server/store/data-folder.ts';
import { restoreDatabase } from '#server/store/restore.ts';
import { runWithFile } from './command-line.ts';

runWithFile('npm run restore -- FILE', (file) => {
  const folder = openDataFolder(readConfig(process.env).dataFolder);
  try {
    const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-');
    const replaced = restoreDatabase(folder, file, stamp);
    const kept = replaced ? ` What was there is now ${replaced}.` : '';
    return `${folder.path} is as it was in ${file}; everyone signs in again.${kept}`;
  } finally {
    folder.release();
  }
});
