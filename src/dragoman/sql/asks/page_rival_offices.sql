-- Purpose: offices that two people are both said to hold on days that meet, one of them this person.
-- Grain: one row per pair of tenures, one example for each other person and post.
-- Needs: careers, holders.
SELECT mine.post, mine.of, other.person AS other, other.person_id AS other_id, mine.day AS day, other.day AS other_day, mine.id, other.id AS other_row
FROM (SELECT * FROM careers WHERE entity = $id AND sort = 'held' AND status = 'current') AS mine
JOIN holders AS other
  ON other.post = mine.post AND other.person_id != $id AND other.country = mine.country
  AND coalesce(other.body_id, '') = coalesce(mine.body_id, '')
WHERE mine.day_from <= other.day_to AND mine.day_to >= other.day_from
QUALIFY row_number() OVER (PARTITION BY mine.post, other.person_id ORDER BY mine.day_from, mine.id, other.id) = 1
ORDER BY mine.post, other.person
