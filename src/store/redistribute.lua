-- Takes notices out of waiting, and puts others in: all or nothing.
-- KEYS 1 waiting, 2 notice-ids, 3 waiting:<from>, 4… waiting:<to> of the new notices
-- ARGV from, ready at, held from, count, ids …, then for each new notice: key number, to, id, JSON, office instant
-- Returns 1; 0 if any of the old ones is gone.
local n = tonumber(ARGV[4])
for i = 5, 4 + n do
  if redis.call('HEXISTS', KEYS[3], ARGV[i]) == 0 then return 0 end
end
for i = 5, 4 + n do redis.call('HDEL', KEYS[3], ARGV[i]) end
for i = 5 + n, #ARGV, 5 do
  local waitingOf, to, id, notice, office = KEYS[tonumber(ARGV[i])], ARGV[i + 1], ARGV[i + 2], ARGV[i + 3], ARGV[i + 4]
  if redis.call('ZADD', KEYS[2], 'NX', office, id) == 1 then
    redis.call('HSET', waitingOf, id, notice)
    local from = redis.call('ZSCORE', KEYS[1], to)
    if not from or tonumber(from) > tonumber(ARGV[3]) then redis.call('ZADD', KEYS[1], ARGV[2], to) end
  end
end
if redis.call('EXISTS', KEYS[3]) == 0 then redis.call('ZREM', KEYS[1], ARGV[1]) end
return 1
