import { CloseButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './PanelFrame.module.css';

interface Props {
  title: ReactNode;
  /** Under the title. */
  lead?: ReactNode;
  onClose: () => void;
  children: ReactNode;
}

export function PanelFrame({ title, lead, onClose, children }: Props) {
  const { t } = useTranslation('day');
  return (
    <div className={classes.frame}>
      <header className={classes.header}>
        <div className={classes.heading}>
          <h2 className={classes.title}>{title}</h2>
          {lead && <div className={classes.lead}>{lead}</div>}
        </div>
        <CloseButton aria-label={t('close')} onClick={onClose} />
      </header>
      {children}
    </div>
  );
}

/** A titled part of a panel. */
export function PanelPart({
  title,
  aside,
  children,
}: {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className={classes.part} aria-label={title}>
      <div className={classes.partHead}>
        <h3 className={classes.partTitle}>{title}</h3>
        {aside}
      </div>
      {children}
    </section>
  );
}
