-- The figures of a draft stand in "figures" alone; its content keeps of its facts only what is no figure.
UPDATE "report" SET "content" = jsonb_set("content", '{facts}', (
  SELECT coalesce(jsonb_object_agg(key, value) FILTER (WHERE jsonb_typeof(value) = 'object'), '{}')
  FROM jsonb_each("content"->'facts')
)) WHERE "figures" IS NOT NULL;
