namespace BarrierNode.Sim;

/// <summary>A flight record that the hub has stored.</summary>
/// <param name="Station">The site.</param>
/// <param name="Boot">Boot id of the node.</param>
/// <param name="Number">Its number in that boot, from 1.</param>
/// <param name="Trip">Name of the trip that was the trigger, or <c>asked</c>.</param>
/// <param name="UptimeMs">Uptime of the node at the trigger, in milliseconds.</param>
/// <param name="Bytes">The record, as in a file <c>.bnfr</c>.</param>
public sealed record HubRecord(Station Station, string Boot, int Number, string Trip, long UptimeMs, byte[] Bytes);
