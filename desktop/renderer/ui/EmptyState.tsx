import type { ReactNode } from 'react';
import classes from './EmptyState.module.css';

interface Props {
  icon?: ReactNode;
  title: string;
  text?: string | undefined;
  /** A button that gets the person on. */
  action?: ReactNode;
}

/** What stands where there is nothing to show, or where showing it failed. */
export function EmptyState({ icon, title, text, action }: Props) {
  return (
    <div className={classes.root}>
      {icon && <div className={classes.icon}>{icon}</div>}
      <p className={classes.title}>{title}</p>
      {text && <p className={classes.text}>{text}</p>}
      {action}
    </div>
  );
}
