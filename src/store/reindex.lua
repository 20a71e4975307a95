-- Writes the index lines of some occurrences anew from their facts, as append does.
-- KEYS 1 states, 2 occurrences, 3 open, 4 asked, 5 due, 6 settled, 7 open:<measure>
-- ARGV thread, ids … (all of one measure)
local state = redis.call('HGET', KEYS[1], ARGV[1])
local openedTo = state and tonumber(string.match(state, '"openedTo":(%d+)') or '')
for i = 2, #ARGV do
  local id = ARGV[i]
  local json = redis.call('HGET', KEYS[2], id)
  if json then
    local facts = cjson.decode(json)
    redis.call('ZADD', KEYS[5], string.format('%.0f', facts.due), id)
    if facts.settled then
      redis.call('SREM', KEYS[3], id)
      redis.call('ZREM', KEYS[4], facts.asked .. ' ' .. id)
      redis.call('ZADD', KEYS[6], string.format('%.0f', facts.settled.at), id)
      if openedTo and openedTo >= facts.scheduled then redis.call('ZREM', KEYS[7], id)
      else redis.call('ZADD', KEYS[7], string.format('%.0f', facts.scheduled), id) end
    else
      redis.call('SADD', KEYS[3], id)
      redis.call('ZADD', KEYS[4], 0, facts.asked .. ' ' .. id)
      redis.call('ZREM', KEYS[6], id)
      redis.call('ZADD', KEYS[7], '+inf', id)
    end
  end
end
return #ARGV - 1
