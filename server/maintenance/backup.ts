// `npm run backup -- FILE`: a copy of the clinic's database, while the server runs or not.
import { join } from 'node:path';
import { readConfig } from '#server/lifecycle/config.ts';
import { copyDatabase } from '#server/store/copy-database.ts';
import { runWithFile } from './command-line.ts';

runWithFile('npm run backup -- FILE', (file) => {
  const { dataFolder } = readConfig(process.env);
  copyDatabase(join(dataFolder, 'roomlight.db'), file);
  return `The database of ${dataFolder} is in ${file}`;
});
