import { Button, Loader } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import classes from './App.module.css';
import { AsOfBanner } from './features/connection/AsOfBanner.tsx';
import { ConnectionIndicator } from './features/connection/ConnectionIndicator.tsx';
import { DayScreen } from './features/day/DayScreen.tsx';
import { ShortcutOverview } from './features/help/ShortcutOverview.tsx';
import { Notices } from './features/notices/Notices.tsx';
import { Refusals } from './features/notices/Refusals.tsx';
import { SearchButton } from './features/search/SearchButton.tsx';
import { SearchPalette } from './features/search/SearchPalette.tsx';
import { Sidebar } from './features/sidebar/Sidebar.tsx';
import { SignInScreen } from './features/sign-in/SignInScreen.tsx';
import { SignedInProvider } from './store/SignedInProvider.tsx';
import { useSession } from './store/session.ts';
import { BrandMark } from './ui/BrandMark.tsx';
import { EmptyState } from './ui/EmptyState.tsx';
import { ErrorBoundary } from './ui/ErrorBoundary.tsx';
import { ShortcutsProvider, useShortcuts } from './ui/shortcuts.tsx';
import { SlotPlace, SlotsProvider } from './ui/slots.tsx';

/** Chooses what the window shows by the session. */
export function App() {
  return (
    <ErrorBoundary fallback={<Crashed />}>
      <BySession />
    </ErrorBoundary>
  );
}

function BySession() {
  const session = useSession();
  if (session.phase === 'starting') return <Starting />;
  if (session.phase === 'signedOut') return <SignInScreen session={session} />;
  return (
    <SignedInProvider key={`${session.address} ${session.member.id}`} session={session}>
      <ShortcutsProvider>
        <SlotsProvider>
          <Workstation />
        </SlotsProvider>
      </ShortcutsProvider>
    </SignedInProvider>
  );
}

function Workstation() {
  const { t } = useTranslation('help');
  const [helping, help] = useDisclosure(false);
  const [searching, search] = useDisclosure(false);
  useShortcuts(t('group'), [
    { keys: 'mod+K', label: t('search'), run: search.open, whileTyping: true },
    { keys: '?', label: t('open'), run: help.open },
  ]);
  return (
    <div className={classes.shell}>
      <div className={classes.rail}>
        <Sidebar onShortcuts={help.open} />
      </div>
      <header className={classes.topBar}>
        <SlotPlace name="topBarStart" className={classes.topBarStart} />
        <SearchButton onOpen={search.open} />
        <SlotPlace name="topBarAction" className={classes.topBarAction} />
        <ConnectionIndicator />
      </header>
      <div className={classes.banner}>
        <AsOfBanner />
        <Refusals />
      </div>
      <main className={classes.main}>
        <ErrorBoundary fallback={<Crashed />}>
          <DayScreen />
        </ErrorBoundary>
      </main>
      <Notices />
      <SearchPalette opened={searching} onClose={search.close} />
      <ShortcutOverview opened={helping} onClose={help.close} />
    </div>
  );
}

function Starting() {
  const { t } = useTranslation('shell');
  return (
    <div className={classes.starting} role="status">
      <BrandMark size={56} />
      <Loader size="sm" type="dots" />
      <span className={classes.quiet}>{t('starting')}</span>
    </div>
  );
}

function Crashed() {
  const { t } = useTranslation('shell');
  return (
    <EmptyState
      title={t('crashTitle')}
      text={t('crashText')}
      action={<Button onClick={() => window.location.reload()}>{t('crashReload')}</Button>}
    />
  );
}
