import { useEffect } from 'react';
import { useMessages } from '../preferences/preferences.tsx';

/** Names the page in the browser's title, errors first. */
export function usePageTitle(title: string, errors = 0): void {
  const m = useMessages();
  useEffect(() => {
    document.title = `${errors > 0 ? m.titleWithErrors(errors) : ''}${title} - ${m.product}`;
  }, [title, errors, m]);
}
