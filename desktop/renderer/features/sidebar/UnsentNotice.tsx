import { Button, Group, Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Props {
  opened: boolean;
  waiting: number;
  onClose: () => void;
}

/** Instead of signing out while commands have not reached the server: they would be lost, or sent for one who left. */
export function UnsentNotice({ opened, waiting, onClose }: Props) {
  const { t } = useTranslation('sidebar');
  return (
    <Modal opened={opened} onClose={onClose} title={t('unsentTitle')} withCloseButton={false}>
      <Text size="sm">{t('unsentText', { count: waiting })}</Text>
      <Group justify="flex-end" mt="lg">
        <Button data-autofocus onClick={onClose}>
          {t('stay')}
        </Button>
      </Group>
    </Modal>
  );
}
