package org.startex.lessons;

import org.startex.kernel.InjectNumber;

/**
 * An inject of a scenario in the library.
 *
 * @param slug the scenario's name in the library
 */
public record ScenarioInject(String slug, InjectNumber number) {}
