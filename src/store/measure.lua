-- All that is known of one measure at one moment.
-- KEYS 1 heads, 2 states, 3 open:<measure>, 4 occurrences, 5 told · ARGV thread
-- Returns {head, state, {ids}, {facts}, {told}}, the last three side by side.
local ids = redis.call('SMEMBERS', KEYS[3])
table.sort(ids)
local facts, told = {}, {}
for i = 1, #ids, 1000 do
  local part = { unpack(ids, i, math.min(i + 999, #ids)) }
  for _, one in ipairs(redis.call('HMGET', KEYS[4], unpack(part))) do facts[#facts + 1] = one end
  for _, one in ipairs(redis.call('HMGET', KEYS[5], unpack(part))) do told[#told + 1] = one end
end
return { redis.call('HGET', KEYS[1], ARGV[1]) or '0', redis.call('HGET', KEYS[2], ARGV[1]) or '{}', ids, facts, told }
