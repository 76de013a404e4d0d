import { type HotkeyItem, useHotkeys } from '@mantine/hooks';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useId,
  useMemo,
  useState,
} from 'react';

export interface Shortcut {
  /** As Mantine writes hotkeys: `mod+K`, `shift+ArrowLeft`, `?`. */
  keys: string;
  /** What it does, for the overview. */
  label: string;
  /** Left out when another part listens to these keys already; it is then only listed. */
  run?: () => void;
  /** Also while someone types in a field. */
  whileTyping?: boolean;
}

export interface ShortcutGroup {
  title: string;
  shortcuts: readonly Shortcut[];
}

interface Registry {
  groups: ReadonlyMap<string, ShortcutGroup>;
  put: (id: string, group: ShortcutGroup | null) => void;
}

const ShortcutsContext = createContext<Registry | null>(null);

function useRegistry(): Registry {
  const registry = useContext(ShortcutsContext);
  if (!registry) throw new Error('ShortcutsProvider is missing above this component');
  return registry;
}

/** Knows every shortcut of what is on screen, so that the overview never lists one that does nothing. */
export function ShortcutsProvider({ children }: { children: ReactNode }) {
  const [groups, setGroups] = useState<ReadonlyMap<string, ShortcutGroup>>(new Map());
  const put = useCallback((id: string, group: ShortcutGroup | null) => {
    setGroups((before) => {
      const after = new Map(before);
      if (group) after.set(id, group);
      else after.delete(id);
      return after;
    });
  }, []);
  const value = useMemo(() => ({ groups, put }), [groups, put]);
  return <ShortcutsContext value={value}>{children}</ShortcutsContext>;
}

/** A dialog has the keyboard for itself. */
function unlessDialog(run: () => void): () => void {
  return () => {
    if (!document.querySelector('[role="dialog"][aria-modal="true"]')) run();
  };
}

function bindings(shortcuts: readonly Shortcut[]): HotkeyItem[] {
  return shortcuts.flatMap(({ keys, run }) =>
    run ? pressed(keys).map((hotkey): HotkeyItem => [hotkey, unlessDialog(run)]) : [],
  );
}

/** A sign such as `?` needs Shift on most keyboards and none on some: what counts is the sign. */
function pressed(keys: string): string[] {
  return /^[^a-z0-9]$/i.test(keys) ? [keys, `shift+${keys}`] : [keys];
}

/**
 * Binds shortcuts while the component is on screen and lists them under `title` in the overview. They rest while
 * someone types or a dialog is open.
 */
export function useShortcuts(title: string, shortcuts: readonly Shortcut[]): void {
  const { put } = useRegistry();
  const id = useId();
  useHotkeys(bindings(shortcuts.filter(({ whileTyping }) => !whileTyping)));
  useHotkeys(bindings(shortcuts.filter(({ whileTyping }) => whileTyping)), []);
  const listed = JSON.stringify(shortcuts.map(({ keys, label }) => ({ keys, label })));
  useEffect(() => {
    put(id, { title, shortcuts: JSON.parse(listed) as Shortcut[] });
    return () => put(id, null);
  }, [put, id, title, listed]);
}

export function useShortcutGroups(): ShortcutGroup[] {
  return [...useRegistry().groups.values()];
}
