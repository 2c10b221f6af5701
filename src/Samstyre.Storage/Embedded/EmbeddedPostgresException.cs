namespace Samstyre.Storage;

/// <summary>The store's PostgreSQL cannot be used. The message is one sentence for the person at the keyboard: what is wrong and what to do.</summary>
public sealed class EmbeddedPostgresException : Exception
{
    /// <summary>Without a sentence; only there because every exception has it.</summary>
    public EmbeddedPostgresException() : this("The store's PostgreSQL cannot be used.") { }

    /// <summary>With the sentence.</summary>
    public EmbeddedPostgresException(string message) : base(message) { }

    /// <summary>With the sentence and what it came from.</summary>
    public EmbeddedPostgresException(string message, Exception? innerException) : base(message, innerException) { }
}
