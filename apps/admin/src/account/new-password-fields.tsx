import { PasswordInput } from '@mantine/core';
import { useMessages } from '../preferences/preferences.tsx';

const shortest = 10;

/** What is wrong with a new password that was typed twice; null for nothing. */
export type NewPasswordFault = 'tooShort' | 'differ' | null;

/** Reads a new password from a form with the fields below. */
export function newPasswordIn(fields: FormData): { readonly password: string; readonly fault: NewPasswordFault } {
  const password = String(fields.get('password'));
  const fault = password.length < shortest ? 'tooShort' : password === fields.get('again') ? null : 'differ';
  return { password, fault };
}

/** A new password, typed twice. */
export function NewPasswordFields({ fault }: { readonly fault: NewPasswordFault }) {
  const m = useMessages();
  const shared = {
    autoComplete: 'new-password',
    required: true,
    withAsterisk: false,
    size: 'md',
    visibilityToggleButtonProps: { 'aria-label': m.signIn.showPassword, tabIndex: 0 },
  } as const;
  return (
    <>
      <PasswordInput
        {...shared}
        name="password"
        label={m.account.password.fresh}
        description={m.account.password.rule}
        error={fault === 'tooShort' && m.account.password.tooShort}
      />
      <PasswordInput
        {...shared}
        name="again"
        label={m.account.password.again}
        error={fault === 'differ' && m.account.password.differ}
      />
    </>
  );
}
