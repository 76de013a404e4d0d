/** What the files of a folder may import beside each other. The row with the longest folder holds. */
export type Row = {
  folder: string;
  /** Folders or files of the project. */
  may: readonly string[];
  /** The only packages; without it any that the kind of place allows. */
  packages?: readonly string[];
  /** Where it runs decides what else is there: Node's modules, Electron's, React and its kin. */
  runs: 'anywhere' | 'node' | 'electron' | 'window';
  /** Its folders must not import each other. */
  apart?: true;
};

const main = 'desktop/main/';
const renderer = 'desktop/renderer/';
const all = ['shared/', 'server/', 'desktop/', 'build/', 'bench/', 'e2e/'];

// What the server's tests share. Nothing else may import it.
export const testing = 'server/testing/';

// The colours a window is made of: a leaf that every part of the renderer may use.
const theme = `${renderer}theme/`;

// Where the main process writes what happened. sync/ and cache/ are told whom to tell instead.
const log = `${main}log.ts`;

export const table: readonly Row[] = [
  { folder: 'shared/', may: [], packages: ['zod', 'temporal-polyfill'], runs: 'anywhere' },

  { folder: 'server/main.ts', may: ['server/', 'shared/'], runs: 'node' },
  // What main.ts is made of: settings, start, clean-up, stop.
  { folder: 'server/lifecycle/', may: ['server/', 'shared/'], runs: 'node' },
  {
    folder: 'server/http/',
    may: ['shared/', 'server/identity/', 'server/commands/', 'server/queries/'],
    runs: 'node',
  },
  { folder: 'server/socket/', may: ['shared/', 'server/identity/', 'server/fanout/'], runs: 'node' },
  { folder: 'server/identity/', may: ['shared/', 'server/store/'], runs: 'node' },
  { folder: 'server/commands/', may: ['shared/', 'server/domain/', 'server/store/'], runs: 'node' },
  { folder: 'server/queries/', may: ['shared/', 'server/store/'], runs: 'node' },
  { folder: 'server/domain/', may: ['shared/'], runs: 'anywhere' },
  { folder: 'server/store/', may: ['shared/'], runs: 'node' },
  { folder: 'server/fanout/', may: ['shared/', 'server/store/'], runs: 'node' },
  {
    folder: 'server/demo/',
    may: ['shared/', 'server/domain/', 'server/store/', 'server/identity/'],
    runs: 'node',
  },
  // What an administrator runs beside the server: each file a command.
  {
    folder: 'server/maintenance/',
    may: ['shared/', 'server/store/', 'server/identity/', 'server/lifecycle/', 'server/demo/'],
    runs: 'node',
  },
  { folder: testing, may: ['server/', 'shared/'], runs: 'node' },

  { folder: 'desktop/bridge/', may: ['shared/'], runs: 'anywhere' },
  { folder: 'desktop/preload/', may: ['desktop/bridge/'], packages: ['electron'], runs: 'electron' },
  { folder: `${main}index.ts`, may: [main], runs: 'electron' },
  { folder: `${main}sync/`, may: ['shared/', `${main}cache/`], runs: 'node' },
  { folder: `${main}cache/`, may: ['shared/'], runs: 'node' },
  // Beyond the design's row: what a handler answers when it refuses is an error of shared/.
  {
    folder: `${main}ipc/`,
    may: ['desktop/bridge/', `${main}cache/`, `${main}sync/`, 'shared/', log],
    runs: 'node',
  },
  // Who is signed in here, from start to start; it ties what a PC keeps to the sync that keeps it level.
  {
    folder: `${main}session/`,
    may: ['desktop/bridge/', `${main}cache/`, `${main}sync/`, 'shared/', log],
    runs: 'node',
  },
  { folder: `${main}os/`, may: ['shared/', log], runs: 'electron' },
  { folder: log, may: ['shared/'], runs: 'node' },
  { folder: 'desktop/terminal/', may: [`${main}sync/`, `${main}cache/`, 'shared/'], runs: 'node' },
  { folder: renderer, may: [renderer, 'desktop/bridge/', 'shared/'], runs: 'window' },
  { folder: `${renderer}store/`, may: ['desktop/bridge/', 'shared/', theme], runs: 'window' },
  {
    folder: `${renderer}features/`,
    may: [`${renderer}store/`, `${renderer}ui/`, 'shared/', theme],
    runs: 'window',
    apart: true,
  },
  { folder: `${renderer}ui/`, may: [theme], runs: 'window' },
  { folder: theme, may: [], runs: 'window' },

  { folder: 'build/', may: ['shared/'], runs: 'node' },
  // What an Electron without a starter of its own is given to start with.
  { folder: 'build/electron/default-app.mjs', may: [], runs: 'electron' },
  { folder: 'bench/', may: all, runs: 'electron' },
  { folder: 'e2e/', may: all, runs: 'electron' },
];

/** Made for a window: they have no business on the server or in the main process. */
export const windowPackages =
  /^(react|react-dom|react-i18next|i18next|dayjs|@mantine\/.+|@tabler\/.+|@tanstack\/.+|@fontsource.*)$/;

/** A window asks the cache over the bridge; it has neither network nor disk. */
export const hostPackages =
  /^(@node-rs\/argon2|better-sqlite3|compression|cors|express|helmet|jsonwebtoken|keytar|kysely|pino|rate-limiter-flexible|socket\.io|socket\.io-client|ws)$/;

/** For tests and measurements, never for what runs at a clinic. */
export const testPackages = /^(vitest|fast-check|playwright)$/;
