import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NoteField } from '../booking/NoteField.tsx';
import { ReasonField } from '../booking/ReasonField.tsx';
import type { Visit } from '../dayView.ts';
import { ChangedElsewhere } from './ChangedElsewhere.tsx';
import { leaveOnEscape } from './leaveOnEscape.ts';
import { PanelPart } from './PanelFrame.tsx';
import { useEdit } from './useEdit.ts';
import classes from './VisitPanel.module.css';

/** What the visit is about, to be changed. A change made elsewhere is told under the fields, which stay as they are. */
export function EditAbout({ visit, onEnd }: { visit: Visit; onEnd: () => void }) {
  const { t } = useTranslation('day');
  const { reason, note, setReason, setNote, seen, reload, problem, busy, save } = useEdit(visit, onEnd);
  return (
    <PanelPart title={t('about')}>
      <form
        className={classes.list}
        data-testid="edit-form"
        onKeyDown={leaveOnEscape(onEnd)}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <ReasonField beginHere value={reason} onChange={setReason} />
        <NoteField value={note} onChange={setNote} />
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
