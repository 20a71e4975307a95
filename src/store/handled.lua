-- Removes heads of lanes once they were handled, and gives the lanes back.
-- KEYS 1 lanes, 2 leases, 3 tries, 4 poison, 5… lane:<lane>
-- ARGV machine, seconds to keep poison, then for each lane: worker, lane, update id, '1' if poison
-- Whoever handled it may remove it, even after the lease passed to another; only the holder gives the lane back.
for i = 5, #KEYS do
  local at = 3 + (i - 5) * 4
  local worker, lane, update, isPoison = ARGV[at], ARGV[at + 1], ARGV[at + 2], ARGV[at + 3] == '1'
  local head = redis.call('LINDEX', KEYS[i], 0)
  if head and string.match(head, '^(%-?%d+) ') == update then
    redis.call('LPOP', KEYS[i])
    redis.call('HDEL', KEYS[3], lane)
    if isPoison then
      redis.call('RPUSH', KEYS[4], head)
      redis.call('EXPIRE', KEYS[4], ARGV[2])
    end
  end
  if redis.call('HGET', KEYS[2], lane) == worker then
    redis.call('HDEL', KEYS[2], lane)
    if redis.call('EXISTS', KEYS[i]) == 1 then redis.call('ZADD', KEYS[1], ARGV[1], lane) else redis.call('ZREM', KEYS[1], lane) end
  end
end
return 1
