import { Button } from '@mantine/core';
import { useState } from 'react';
import { startAtProvider } from './session.ts';

interface ProviderButtonProps {
  readonly label: string;
  /** The page to come back to. */
  readonly next: string;
  readonly onFailed: () => void;
}

/** Leaves for the government's provider of identities. */
export function ProviderButton({ label, next, onFailed }: ProviderButtonProps) {
  const [busy, setBusy] = useState(false);
  const leave = async () => {
    setBusy(true);
    const address = await startAtProvider(next);
    if (address !== null) return location.assign(address);
    setBusy(false);
    onFailed();
  };
  return (
    <Button variant="default" size="md" loading={busy} onClick={() => void leave()}>
      {label}
    </Button>
  );
}
