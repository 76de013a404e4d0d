import classes from './App.module.css';
import { DayScreen } from './features/day/DayScreen.tsx';
import { SignedInProvider } from './store/SignedInProvider.tsx';
import { useSession } from './store/session.ts';
import { ShortcutsProvider } from './ui/shortcuts.tsx';
import { SlotPlace, SlotsProvider } from './ui/slots.tsx';

/** Chooses what the window shows by the session. */
export function App() {
  const session = useSession();
  if (session.phase !== 'signedIn') return null;
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
  return (
    <div className={classes.shell}>
      <header className={classes.topBar}>
        <SlotPlace name="topBarStart" className={classes.topBarStart} />
        <SlotPlace name="topBarAction" className={classes.topBarAction} />
      </header>
      <main className={classes.main}>
        <DayScreen />
      </main>
    </div>
  );
}
