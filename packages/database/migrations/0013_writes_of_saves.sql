-- Room on each page for the next version of a row, so that a save changes no index.
ALTER TABLE "report" SET (fillfactor = 60);
--> statement-breakpoint
ALTER TABLE "audit_stream" SET (fillfactor = 70);
--> statement-breakpoint
CREATE OR REPLACE FUNCTION chain_audit_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.stream := coalesce('report:' || NEW.report_id, NEW.subject, 'agency:' || NEW.agency_id, 'system');
  -- The row lock holds until the transaction ends: the next event of the stream waits and names this one.
  LOOP
    SELECT position + 1, hash INTO NEW.position, NEW.previous
      FROM audit_stream WHERE stream = NEW.stream FOR NO KEY UPDATE;
    EXIT WHEN FOUND;
    INSERT INTO audit_stream VALUES (NEW.stream, 0, '') ON CONFLICT DO NOTHING;
  END LOOP;
  NEW.hash := audit_event_hash(NEW);
  UPDATE audit_stream SET position = NEW.position, hash = NEW.hash WHERE stream = NEW.stream;
  RETURN NEW;
END
$$;
