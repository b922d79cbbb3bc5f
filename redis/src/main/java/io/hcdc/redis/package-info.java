/**
 * Redis, alone or with replicas under Sentinel.
 *
 * <p>{@link io.hcdc.redis.RedisComponent} says what runs; {@link io.hcdc.redis.SentinelDriver} and
 * {@link io.hcdc.redis.StandaloneDriver} speak with what runs; {@link io.hcdc.redis.SentinelApplication} writes to it the way
 * an application with a proper Sentinel client does.
 */
package io.hcdc.redis;
