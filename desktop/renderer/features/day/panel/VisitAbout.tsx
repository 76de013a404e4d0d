import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDayContext } from '../dayContext.ts';
import type { Visit } from '../dayView.ts';
import { EditAbout } from './EditAbout.tsx';
import { PanelPart } from './PanelFrame.tsx';
import classes from './VisitPanel.module.css';

/** What the visit is about, to read or to edit. */
export function VisitAbout({ visit }: { visit: Visit }) {
  const { t } = useTranslation('day');
  const { may, pending, rail } = useDayContext();
  const { edits } = rail;
  const { reason, note, id } = visit.appointment;
  const [editing, setEditing] = useState(() => edits.has(id));
  const end = () => {
    edits.delete(id);
    setEditing(false);
  };
  if (editing) return <EditAbout visit={visit} onEnd={end} />;
  const edit = may('appointment.change') && !pending.marks.has(id) && (
    <Button size="compact-xs" variant="subtle" onClick={() => setEditing(true)} data-testid="edit-visit">
      {t('edit')}
    </Button>
  );
  return (
    <PanelPart title={t('about')} aside={edit}>
      <p className={classes.text}>{reason || t('noReason')}</p>
      {note && <p className={`${classes.text} ${classes.soft}`}>{note}</p>}
    </PanelPart>
  );
}
