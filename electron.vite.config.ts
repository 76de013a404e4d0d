import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

// Modules with a binary stay in node_modules, and Electron is the runtime itself. All else is bundled: one file
// opens faster than hundreds, and a build for a clinic carries nothing of the server.
const binaries = ['electron', 'better-sqlite3', 'keytar'];

// The oldest Electron the workstation runs on is the closed-network one (build/electron): Node 20.18, Chromium 130.
const node = 'node20.18';
const chrome = 'chrome130';

export default defineConfig({
  main: {
    build: {
      target: node,
      externalizeDeps: false,
      rolldownOptions: {
        input: 'desktop/main/index.ts',
        external: binaries,
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      target: node,
      // A sandboxed preload cannot load a second file, nor an ES module.
      externalizeDeps: false,
      rolldownOptions: {
        input: 'desktop/preload/index.ts',
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'desktop/renderer',
    // The window is served from app://, whose root is the folder of index.html.
    base: './',
    plugins: [react()],
    build: {
      target: chrome,
      minify: true,
      rolldownOptions: { input: 'desktop/renderer/index.html' },
    },
  },
});
