using Microsoft.Extensions.Configuration;

namespace InclusionPlatform.Shared;

/// <summary>A section of the configuration that the start reads, so that a value that cannot be read stops it, and not the first person who needs the section.</summary>
/// <param name="Options">What the section is read into; to be had from the services.</param>
public sealed record SettingsSection(Type Options);

/// <summary>A section whose values the start looks at, because what is wrong with them would show only when somebody needs them.</summary>
public interface ICheckedSettings
{
    /// <summary>The sentence for the administrator, with the setting's whole name; null if all is well.</summary>
    string? WhatIsWrong();
}

/// <summary>Adds sections of the configuration to a host.</summary>
public static class SettingsSections
{
    /// <summary>Registers what a section holds, or what it holds where nobody wrote anything.</summary>
    public static IServiceCollection AddSettings<T>(this IServiceCollection services, string section)
        where T : class, new() => services
        .AddSingleton(provider => provider.GetService<IConfiguration>()?.GetSection(section).Get<T>() ?? new())
        .AddSingleton(new SettingsSection(typeof(T)));
}
