import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';

type SlotName = 'topBarStart' | 'topBarAction';

interface Slots {
  places: Partial<Record<SlotName, HTMLElement | null>>;
  setPlace: Record<SlotName, (element: HTMLElement | null) => void>;
}

const SlotsContext = createContext<Slots | null>(null);

function useSlots(): Slots {
  const slots = useContext(SlotsContext);
  if (!slots) throw new Error('SlotsProvider is missing above this component');
  return slots;
}

/** Lets a screen put its own controls into the bar of the shell around it. */
export function SlotsProvider({ children }: { children: ReactNode }) {
  const [topBarStart, setTopBarStart] = useState<HTMLElement | null>(null);
  const [topBarAction, setTopBarAction] = useState<HTMLElement | null>(null);
  const value = useMemo<Slots>(
    () => ({
      places: { topBarStart, topBarAction },
      setPlace: { topBarStart: setTopBarStart, topBarAction: setTopBarAction },
    }),
    [topBarStart, topBarAction],
  );
  return <SlotsContext value={value}>{children}</SlotsContext>;
}

/** Where the shell shows what the screen gives. */
export function SlotPlace({ name, className }: { name: SlotName; className?: string | undefined }) {
  return <div className={className} ref={useSlots().setPlace[name]} />;
}

function Fill({ name, children }: { name: SlotName; children: ReactNode }) {
  const place = useSlots().places[name];
  return place ? createPortal(children, place) : null;
}

/** Title and controls of the screen, at the left of the top bar. */
export function TopBarStart({ children }: { children: ReactNode }) {
  return <Fill name="topBarStart">{children}</Fill>;
}

/** The screen's main action, between search and the connection. */
export function TopBarAction({ children }: { children: ReactNode }) {
  return <Fill name="topBarAction">{children}</Fill>;
}
