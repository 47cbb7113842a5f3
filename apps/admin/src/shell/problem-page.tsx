import { Button } from '@mantine/core';
import { Link, useRouter } from '@tanstack/react-router';
import { problemOf } from '../api/problem.ts';
import { useMessages, usePreferences } from '../preferences/preferences.tsx';

/** Says why a page cannot be shown and what to do next. */
export function ProblemPage({ error }: { readonly error?: unknown }) {
  const m = useMessages();
  const { locale } = usePreferences();
  const router = useRouter();
  const problem = error === undefined ? null : problemOf(error);
  const kind = problem?.kind ?? 'notFound';
  return (
    <main className="page page-narrow">
      <h1>{m.problems[kind].title}</h1>
      <p>{problem?.text?.[locale] ?? m.problems[kind].next}</p>
      {typeof problem?.requestId === 'string' && <p className="quiet small">{m.requestId(problem.requestId)}</p>}
      <div className="actions">
        {kind !== 'notFound' && <Button onClick={() => void router.invalidate()}>{m.tryAgain}</Button>}
        <Link to="/">{m.toBoard}</Link>
      </div>
    </main>
  );
}

/** For an address that leads nowhere. */
export function NotFoundPage() {
  return <ProblemPage />;
}
