import { Autocomplete, Button, Group, Textarea } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reasonPresets } from '../booking/reasons.ts';
import { useDayContext } from '../dayContext.ts';
import type { Visit } from '../dayView.ts';
import { ChangedElsewhere } from './ChangedElsewhere.tsx';
import { PanelPart } from './PanelFrame.tsx';
import { useSeen } from './useSeen.ts';
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

function EditAbout({ visit, onEnd }: { visit: Visit; onEnd: () => void }) {
  const { t } = useTranslation('day');
  const { send, changes, rail } = useDayContext();
  const { appointment } = visit;
  const { id } = appointment;
  const left = rail.edits.get(id);
  const seen = useSeen(appointment, left?.seen);
  const [reason, setReason] = useState(left?.reason ?? appointment.reason);
  const [note, setNote] = useState(left?.note ?? appointment.note);
  // A look at another visit must not cost what was typed.
  useEffect(() => {
    rail.edits.set(id, { reason, note, seen: seen.seen });
  }, [rail.edits, id, reason, note, seen.seen]);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const reload = () => {
    setReason(appointment.reason);
    setNote(appointment.note);
  };
  const save = async () => {
    setBusy(true);
    const body = { reason: reason.trim(), note: note.trim() };
    const outcome = await send('appointment.change', {
      id: appointment.id,
      ifMatch: seen.seen.version,
      body,
    });
    setBusy(false);
    if (outcome.state === 'refused') setProblem(changes.refusal(outcome.error, outcome.sentence));
    else onEnd();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };
  return (
    <PanelPart title={t('about')}>
      <form onSubmit={onSubmit} className={classes.list} data-testid="edit-form">
        <Autocomplete
          label={t('field.reason')}
          data={reasonPresets.map(({ key }) => t(`reason.${key}`))}
          value={reason}
          onChange={setReason}
          maxLength={200}
          data-autofocus
        />
        <Textarea
          label={t('field.note')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          maxLength={200}
          autosize
          minRows={2}
          maxRows={6}
        />
        <ChangedElsewhere seen={seen} onReload={reload} />
        {problem && !seen.changed && (
          <p className={classes.text} role="alert">
            {problem}
          </p>
        )}
        <Group gap="xs">
          <Button type="submit" loading={busy} disabled={seen.changed}>
            {t('save')}
          </Button>
          <Button variant="subtle" onClick={onEnd}>
            {t('back')}
          </Button>
        </Group>
      </form>
    </PanelPart>
  );
}
