namespace Samstyre.Domain;

/// <summary>What a reporter explained about a field when the form was submitted.</summary>
/// <param name="Rule">Code of the rule that asked for it.</param>
/// <param name="Path">Path of the field, rows by their place: <c>deliverables.2</c>.</param>
/// <param name="Field">What the field is called.</param>
/// <param name="Text">The explanation in the reporter's own words and language.</param>
public sealed record ChangeExplanation(string Rule, string Path, LocalText Field, string Text);
