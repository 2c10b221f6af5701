using System.Collections.Immutable;
using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>A value that a rule found to disagree with another.</summary>
/// <param name="Field">Its path in the interchange format: <c>endDate</c>, <c>deliverables[2]</c>.</param>
/// <param name="Name">What it is.</param>
/// <param name="Value">Text, <see cref="LocalText"/>, <see cref="Money"/>, <see cref="PartialDate"/>, <see cref="DateOnly"/> or <see cref="TrafficLight"/>; null is not stated.</param>
public sealed record ConcernedValue(string Field, LocalText Name, object? Value);

/// <summary>A rule about values that must agree within one report.</summary>
/// <param name="Code">Stable name.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Test">The values that break it, given the report and the day it is judged on; empty where it is kept or can't be judged.</param>
/// <param name="Sentence">What is wrong, one sentence.</param>
public sealed record ConsistencyRule(string Code, FindingSeverity Severity, Func<Report, DateOnly, ImmutableArray<ConcernedValue>> Test, LocalText Sentence);
