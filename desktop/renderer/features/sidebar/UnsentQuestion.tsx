import { Button, Group, Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Props {
  opened: boolean;
  waiting: number;
  onStay: () => void;
  onLeave: () => void;
}

/** Asked before signing out while commands have not reached the server. */
export function UnsentQuestion({ opened, waiting, onStay, onLeave }: Props) {
  const { t } = useTranslation('sidebar');
  return (
    <Modal opened={opened} onClose={onStay} title={t('unsentTitle')} withCloseButton={false}>
      <Text size="sm">{t('unsentText', { count: waiting })}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onLeave}>
          {t('signOutAnyway')}
        </Button>
        <Button data-autofocus onClick={onStay}>
          {t('stay')}
        </Button>
      </Group>
    </Modal>
  );
}
