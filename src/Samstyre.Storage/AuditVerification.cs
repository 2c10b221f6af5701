namespace Samstyre.Storage;

/// <summary>What is wrong with a portfolio's audit log.</summary>
public enum AuditFault
{
    /// <summary>The entry is not what was written, or does not follow upon the one before it.</summary>
    Changed,

    /// <summary>There is no entry with that position, though there are later ones.</summary>
    Missing,

    /// <summary>The entry was not written by the program: the others are whole without it.</summary>
    Inserted,

    /// <summary>The log ends before that position, though it was written.</summary>
    CutOff,

    /// <summary>It is not known where the log ends: the row that says so is gone.</summary>
    EndUnknown,
}

/// <summary>The first place where an audit log is broken.</summary>
/// <param name="Position">The entry's number in the portfolio's log, from 1.</param>
/// <param name="Fault">What is wrong there.</param>
public sealed record AuditBreak(long Position, AuditFault Fault);

/// <summary>What a portfolio's audit log looks like.</summary>
/// <param name="Entries">How many entries there are.</param>
/// <param name="Head">Hash of the last entry, hexadecimal; null where it is not known. Written down elsewhere, it also shows a log that was written anew from end to end.</param>
/// <param name="FirstBreak">Where it is broken; null where it is whole.</param>
public sealed record AuditVerification(long Entries, string? Head, AuditBreak? FirstBreak)
{
    /// <summary>Whether every entry that was written is there as it was written, and no other.</summary>
    public bool Whole => FirstBreak is null;
}
