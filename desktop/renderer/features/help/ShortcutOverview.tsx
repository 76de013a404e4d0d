import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { KeyCaps } from '../../ui/KeyCaps.tsx';
import { useShortcutGroups } from '../../ui/shortcuts.tsx';
import classes from './ShortcutOverview.module.css';

/** Every shortcut of what is on screen. */
export function ShortcutOverview({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('help');
  const groups = useShortcutGroups();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <div className={classes.groups}>
        {groups.map((group) => (
          <section key={group.title}>
            <h3 className={classes.title}>{group.title}</h3>
            <dl className={classes.list}>
              {[...Map.groupBy(group.shortcuts, ({ label }) => label)].map(([label, shortcuts]) => (
                <div key={label} className={classes.row}>
                  <dt>{label}</dt>
                  <dd className={classes.keys}>
                    {shortcuts.map(({ keys }) => (
                      <KeyCaps key={keys} keys={keys} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
