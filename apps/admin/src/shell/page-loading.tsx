import { Loader } from '@mantine/core';
import { useMessages } from '../preferences/preferences.tsx';

export function PageLoading() {
  const m = useMessages();
  return (
    <div className="page" role="status">
      <Loader size="sm" aria-hidden="true" /> <span className="quiet">{m.loading}</span>
    </div>
  );
}
