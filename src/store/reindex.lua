-- Writes the index lines of some occurrences anew from their facts, as append does.
-- KEYS 1 occurrences, 2 open, 3 asked, 4 due, 5 settled, 6 open:<measure> · ARGV ids … (all of one measure)
for i = 1, #ARGV do
  local id = ARGV[i]
  local json = redis.call('HGET', KEYS[1], id)
  if json then
    local facts = cjson.decode(json)
    redis.call('ZADD', KEYS[4], string.format('%.0f', facts.due), id)
    if facts.settled then
      redis.call('SREM', KEYS[2], id)
      redis.call('ZREM', KEYS[3], facts.asked .. ' ' .. id)
      redis.call('ZADD', KEYS[5], string.format('%.0f', facts.settled.at), id)
      redis.call('SREM', KEYS[6], id)
    else
      redis.call('SADD', KEYS[2], id)
      redis.call('ZADD', KEYS[3], 0, facts.asked .. ' ' .. id)
      redis.call('ZREM', KEYS[5], id)
      redis.call('SADD', KEYS[6], id)
    end
  end
end
return #ARGV
