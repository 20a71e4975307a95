-- Leases the first of the given lanes that is still free, and hands out its head without removing it.
-- KEYS 1 lanes, 2 leases, 3 tries, 4… lane:<lane> · ARGV worker, machine, lease ms, lanes …
-- Returns {lane, update, tries} or nil. A lane whose lease is over is free again.
for i = 4, #ARGV do
  local lane = ARGV[i]
  local from = redis.call('ZSCORE', KEYS[1], lane)
  if from and tonumber(from) <= tonumber(ARGV[2]) then
    local head = redis.call('LINDEX', KEYS[i], 0)
    if head then
      redis.call('ZADD', KEYS[1], tonumber(ARGV[2]) + tonumber(ARGV[3]), lane)
      redis.call('HSET', KEYS[2], lane, ARGV[1])
      return { lane, head, redis.call('HINCRBY', KEYS[3], lane, 1) }
    end
    redis.call('ZREM', KEYS[1], lane)
  end
end
return nil
