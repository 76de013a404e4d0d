import { TextInput, type TextInputProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconBuildingHospital } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ErrorBody } from '#shared/errors.ts';
import { useBridgeQuery } from '../../store/bridgeQuery.ts';
import classes from './SignInScreen.module.css';
import { useDoorWords } from './useDoorWords.ts';

interface Props extends TextInputProps {
  /** Why the try failed, as the form says it already: what is said there is not said again here. */
  told: ErrorBody | null;
}

/** Asks at the address which clinic is there, so that a wrong one shows before the password is typed. */
export function AddressField({ told, ...props }: Props) {
  const { t } = useTranslation('signIn');
  return (
    <div>
      <TextInput
        label={t('address')}
        size="md"
        maxLength={200}
        autoCapitalize="none"
        spellCheck={false}
        name="address"
        {...props}
        inputWrapperOrder={['label', 'input', 'error']}
      />
      <Found address={String(props.value ?? '')} told={told} />
    </div>
  );
}

function Found({ address, told }: { address: string; told: ErrorBody | null }) {
  const { t } = useTranslation('signIn');
  const words = useDoorWords();
  const typed = address.trim();
  const [settled] = useDebouncedValue(typed, 450);
  const asked = settled === typed && typed.length > 2;
  const { data, error } = useBridgeQuery(
    'clinic.find',
    { address: settled },
    { enabled: asked, keepPrevious: false },
  );
  if (typed === '') return <p className={classes.hint}>{t('addressHint')}</p>;
  if (asked && data)
    return (
      <p className={classes.found} role="status">
        <IconBuildingHospital size={16} aria-hidden />
        {data.name}
      </p>
    );
  if (asked && error && error.body.kind === told?.kind) return null;
  if (asked && error)
    return (
      <p className={classes.notFound} role="status">
        {words(error.body)}
      </p>
    );
  return <p className={classes.hint}>{typed.length > 2 ? t('looking') : t('addressHint')}</p>;
}
