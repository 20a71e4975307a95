-- All that decides what is said to some recipients, as of one moment.
-- KEYS 1 links, 2 occurrences, 3 told, 4-6 spoken:<day> of reminders, relays and alerts, 7… waiting:<to> · ARGV to …
-- Returns for each {{notices}, link, {reminders, relays, alerts}, {ids}, {facts}, {told}}, the last three side by side.
local all = {}
for i, to in ipairs(ARGV) do
  local notices = redis.call('HVALS', KEYS[6 + i])
  local ids, seen = {}, {}
  for _, notice in ipairs(notices) do
    for id in string.gmatch(notice, '"occurrence":"([^"]*)"') do
      if not seen[id] then
        seen[id] = true
        ids[#ids + 1] = id
      end
    end
  end
  local facts, told, spoken = {}, {}, {}
  for n, id in ipairs(ids) do
    facts[n] = redis.call('HGET', KEYS[2], id)
    told[n] = redis.call('HGET', KEYS[3], id)
  end
  for n = 1, 3 do spoken[n] = redis.call('HGET', KEYS[3 + n], to) end
  all[i] = { notices, redis.call('HGET', KEYS[1], to), spoken, ids, facts, told }
end
return all
