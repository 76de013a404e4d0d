import './forbidEval.ts';
import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import './theme/base.css';
import { MantineProvider } from '@mantine/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Bridge } from '#desktop/bridge/map.ts';
import { App } from './App.tsx';
import { StoreProvider } from './store/StoreProvider.tsx';
import { startI18n } from './strings/startI18n.ts';
import { resolveVariables, theme } from './theme/theme.ts';

declare global {
  interface Window {
    /** Put there by the preload script. */
    readonly roomlight: Bridge;
  }
}

async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  await startI18n();
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={resolveVariables} defaultColorScheme="auto">
        <StoreProvider bridge={window.roomlight} clock={Date.now}>
          <App />
        </StoreProvider>
      </MantineProvider>
    </StrictMode>,
  );
}

void start();
