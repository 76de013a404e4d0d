import { Kbd } from '@mantine/core';
import classes from './KeyCaps.module.css';

const shown: Record<string, string> = {
  mod: 'Ctrl',
  ctrl: 'Ctrl',
  shift: 'Shift',
  alt: 'Alt',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
};

/** A hotkey as printed on the keyboard: `mod+K` → Ctrl K. */
export function KeyCaps({ keys }: { keys: string }) {
  return (
    <span className={classes.keys}>
      {keys.split('+').map((key) => {
        const name = key.trim();
        return (
          <Kbd key={name} size="xs" className={classes.cap}>
            {shown[name] ?? (name.length === 1 ? name.toUpperCase() : name)}
          </Kbd>
        );
      })}
    </span>
  );
}
